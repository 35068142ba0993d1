/** The sign of the site in browsers' tabs: a sheet with a nameplate and columns, readable on light and dark. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect x="3" y="2" width="26" height="28" rx="3" fill="#8f3210"/>
<path d="M8 8.5h16" stroke="#fff" stroke-width="4"/>
<path d="M8 15.5h7M8 20h7M8 24.5h7M18 16.5h5v7h-5z" stroke="#fff" stroke-width="2" fill="#fff"/>
</svg>
`;
