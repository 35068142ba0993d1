import { ar as locale } from "date-fns/locale/ar";
import type { Words } from "./words.ts";

/** Arabic. */
export const ar: Words = {
	language: "ar",
	locale,
	datePattern: "d MMMM yyyy",
	listSeparator: "، ",
	skipToContent: "انتقل إلى المحتوى",
	youAreHere: "أنت هنا",
	subscribe: "اشترك",
	subscribeToSection: "اشترك في هذا القسم",
	whatFeedsAre:
		"تحمل الخلاصة المقالات الجديدة إلى قارئ الخلاصات لديك فور نشرها، دون حساب أو بريد إلكتروني. انسخ أحد العناوين إلى تطبيقك، أو افتحه في أحد تطبيقات القراءة أدناه.",
	copy: "نسخ",
	copied: "تم النسخ",
	openIn: "افتح في",
	section: "قسم",
	sections: "الأقسام",
	tag: "وسم",
	tags: "الوسوم",
	author: "كاتب",
	authors: "الكتّاب",
	latest: "أحدث المقالات",
	empty: "لم يُنشر شيء هنا بعد. اشترك ليصلك أول مقال.",
	by: "بقلم",
	updated: "حُدّث في",
	attachments: "الوسائط",
	table: "جدول",
	older: "أقدم",
	newer: "أحدث",
	allFeeds: "جميع الخلاصات (OPML)",
	languages: "اللغات",
};
