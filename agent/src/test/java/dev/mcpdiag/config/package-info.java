@NullMarked
package dev.mcpdiag.config;

import org.jspecify.annotations.NullMarked;
