/**
 * The one script: it shows the copy buttons, which would do nothing without it. A button copies the address before it, selects it
 * too (so that there is something to copy by hand where the browser forbids it), and says so to screen readers.
 */
export const script = `"use strict";
for (const button of document.querySelectorAll(".addresses button")) {
	const address = button.parentElement.querySelector("code");
	const status = button.closest("section").querySelector("[role=status]");
	const label = button.textContent;
	button.hidden = false;
	button.addEventListener("click", async () => {
		getSelection().selectAllChildren(address);
		try {
			if (navigator.clipboard) await navigator.clipboard.writeText(address.textContent);
			else if (!document.execCommand("copy")) return;
		} catch {
			return;
		}
		button.textContent = status.textContent = button.dataset.copied;
		setTimeout(() => {
			button.textContent = label;
			status.textContent = "";
		}, 2000);
	});
}
`;
