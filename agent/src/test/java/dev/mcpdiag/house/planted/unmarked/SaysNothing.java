package dev.mcpdiag.house.planted.unmarked;

/** A class of a package without {@code @NullMarked}. */
interface SaysNothing {}
