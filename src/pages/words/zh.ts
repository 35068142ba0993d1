import { zhCN as locale } from "date-fns/locale/zh-CN";
import type { Words } from "./words.ts";

/** Chinese in simplified characters. */
export const zh: Words = {
	language: "zh-Hans",
	locale,
	datePattern: "yyyy年M月d日",
	listSeparator: "、",
	skipToContent: "跳到正文",
	youAreHere: "当前位置",
	subscribe: "订阅",
	subscribeToSection: "订阅本栏目",
	whatFeedsAre:
		"订阅源会在新文章发布后立即将其送到您的阅读器，无需注册，也无需邮箱。请将地址复制到您的应用中，或在下方的阅读器中打开。",
	copy: "复制",
	copied: "已复制",
	openIn: "打开方式",
	section: "栏目",
	sections: "栏目",
	tag: "标签",
	tags: "标签",
	author: "作者",
	authors: "作者",
	latest: "最新文章",
	empty: "这里还没有文章。订阅后，您会收到第一篇文章。",
	by: "作者：",
	updated: "更新于",
	attachments: "媒体",
	table: "表格",
	older: "较早",
	newer: "较新",
	allFeeds: "所有订阅源（OPML）",
	languages: "语言",
};
