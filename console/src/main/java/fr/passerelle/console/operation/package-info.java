/**
 * The operators' program, started from a page: what may be asked of it, the confirmation that comes before, the one child process at a time, what it says, and the line of the audit that remains.
 */
@NullMarked
package fr.passerelle.console.operation;

import org.jspecify.annotations.NullMarked;
