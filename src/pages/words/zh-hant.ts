import { zhTW as locale } from "date-fns/locale/zh-TW";
import type { Words } from "./words.ts";

/** Chinese in traditional characters. */
export const zhHant: Words = {
	language: "zh-Hant",
	locale,
	datePattern: "yyyy年M月d日",
	listSeparator: "、",
	skipToContent: "跳到正文",
	youAreHere: "目前位置",
	subscribe: "訂閱",
	subscribeToSection: "訂閱本欄目",
	whatFeedsAre:
		"訂閱源會在新文章發布後立即將其送到您的閱讀器，無需註冊，也無需電子郵件。請將網址複製到您的應用程式中，或在下方的閱讀器中開啟。",
	copy: "複製",
	copied: "已複製",
	openIn: "開啟方式",
	section: "欄目",
	sections: "欄目",
	tag: "標籤",
	tags: "標籤",
	author: "作者",
	authors: "作者",
	latest: "最新文章",
	empty: "這裡還沒有文章。訂閱後，您會收到第一篇文章。",
	by: "作者：",
	updated: "更新於",
	attachments: "媒體",
	table: "表格",
	older: "較早",
	newer: "較新",
	allFeeds: "所有訂閱源（OPML）",
	languages: "語言",
};
