/**
 * For whom calls are made: said by the application, kept with the call, hashed before it leaves.
 */
@NullMarked
package dev.mcpdiag.identity;

import org.jspecify.annotations.NullMarked;
