package dev.mcpdiag.house.planted.call;

/** A list of parameters that nobody can read where it is called. */
record TakesEight(int a, int b, int c, int d, int e, int f, int g, int h) {}
