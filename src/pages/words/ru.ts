import { ru as locale } from "date-fns/locale/ru";
import type { Words } from "./words.ts";

/** Russian. */
export const ru: Words = {
	language: "ru",
	locale,
	datePattern: "d MMMM yyyy 'г.'",
	listSeparator: ", ",
	skipToContent: "Перейти к содержанию",
	youAreHere: "Вы здесь",
	subscribe: "Подписаться",
	subscribeToSection: "Подписаться на этот раздел",
	whatFeedsAre:
		"Лента приносит новые статьи в вашу программу для чтения сразу после выхода, без регистрации и почты. Скопируйте адрес в свою программу или откройте его в одном из сервисов ниже.",
	copy: "Копировать",
	copied: "Скопировано",
	openIn: "Открыть в",
	section: "Раздел",
	sections: "Разделы",
	tag: "Метка",
	tags: "Метки",
	author: "Автор",
	authors: "Авторы",
	latest: "Новые статьи",
	empty: "Здесь пока ничего не опубликовано. Подпишитесь, чтобы не пропустить первую статью.",
	by: "Автор:",
	updated: "Обновлено",
	attachments: "Медиа",
	table: "Таблица",
	older: "Раньше",
	newer: "Позже",
	allFeeds: "Все ленты (OPML)",
	languages: "Языки",
};
