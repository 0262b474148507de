/** The script of every page. */
import { watchScrollableTables } from "./scrollable-tables.ts";
import { defineSearch } from "./search.ts";

defineSearch();
watchScrollableTables();
