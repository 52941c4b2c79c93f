/**
 * The codes: what each failure is called, what it means, what a user reads and what may be done
 * about it. Data only; the classifier, the answers, the documentation and the tests read the same
 * rows.
 */
@NullMarked
package dev.mcpdiag.catalogue;

import org.jspecify.annotations.NullMarked;
