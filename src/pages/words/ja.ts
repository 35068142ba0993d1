import { ja as locale } from "date-fns/locale/ja";
import type { Words } from "./words.ts";

/** Japanese. */
export const ja: Words = {
	language: "ja",
	locale,
	datePattern: "yyyy年M月d日",
	listSeparator: "、",
	skipToContent: "本文へ移動",
	youAreHere: "現在の位置",
	subscribe: "購読する",
	subscribeToSection: "このセクションを購読する",
	whatFeedsAre:
		"フィードを使うと、登録もメールもなしで、新しい記事が公開後すぐにリーダーアプリに届きます。アドレスをアプリに貼り付けるか、下のリーダーのいずれかで開いてください。",
	copy: "コピー",
	copied: "コピーしました",
	openIn: "リーダーで開く",
	section: "セクション",
	sections: "セクション",
	tag: "タグ",
	tags: "タグ",
	author: "著者",
	authors: "著者",
	latest: "新着記事",
	empty: "まだ記事はありません。購読すると最初の記事が届きます。",
	by: "著者：",
	updated: "更新日：",
	attachments: "メディア",
	table: "表",
	older: "古い記事",
	newer: "新しい記事",
	allFeeds: "すべてのフィード（OPML）",
	languages: "言語",
};
