/** The README says what the code says. */
@NullMarked
package dev.mcpdiag.readme;

import org.jspecify.annotations.NullMarked;
