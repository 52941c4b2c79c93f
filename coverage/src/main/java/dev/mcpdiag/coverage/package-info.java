/** Line coverage of all modules, for the end of the build. Nothing of it is shipped. */
@NullMarked
package dev.mcpdiag.coverage;

import org.jspecify.annotations.NullMarked;
