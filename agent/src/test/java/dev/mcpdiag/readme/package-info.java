/** The documents say what the code says, and what they name exists. */
@NullMarked
package dev.mcpdiag.readme;

import org.jspecify.annotations.NullMarked;
