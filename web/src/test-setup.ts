// Tests have a place to keep what was not sent.
import "fake-indexeddb/auto";
