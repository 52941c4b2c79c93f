@NullMarked
package dev.mcpdiag.example;

import org.jspecify.annotations.NullMarked;
