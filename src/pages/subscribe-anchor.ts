/** The id of the block on a list's page that says how to subscribe. */
export const subscribeAnchor = "page-subscribe";
