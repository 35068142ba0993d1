"""Asks for a feed as feedparser does, with the validators that it was given; prints what it understood as JSON."""

import json
import sys

import feedparser

url, etag, modified = sys.argv[1:4]
feed = feedparser.parse(url, etag=etag or None, modified=modified or None)
print(
    json.dumps(
        {
            "bozo": bool(feed.bozo),
            "etag": feed.get("etag", ""),
            "modified": feed.get("modified", ""),
            "titles": [entry.title for entry in feed.entries],
        }
    )
)
