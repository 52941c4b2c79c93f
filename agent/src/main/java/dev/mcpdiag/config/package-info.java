/**
 * The settings: one table of options, and the readers that turn an agent argument, properties, the
 * environment and a file into typed values. Only this package looks at system properties and
 * environment variables.
 */
@NullMarked
package dev.mcpdiag.config;

import org.jspecify.annotations.NullMarked;
