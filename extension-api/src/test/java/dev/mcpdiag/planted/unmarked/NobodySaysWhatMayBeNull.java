package dev.mcpdiag.planted.unmarked;

/** A class of a package without {@code @NullMarked}. */
public interface NobodySaysWhatMayBeNull {}
