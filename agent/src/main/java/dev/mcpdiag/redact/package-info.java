/**
 * Takes secrets out of text at the moment it is captured, so that nothing behind this package can
 * leak them. Whatever cannot be checked becomes {@value dev.mcpdiag.redact.Redactor#FAILED}.
 */
@NullMarked
package dev.mcpdiag.redact;

import org.jspecify.annotations.NullMarked;
