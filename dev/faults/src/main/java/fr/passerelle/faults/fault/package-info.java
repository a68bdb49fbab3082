/**
 * The faults, one class a kind. Each strikes the real processes, servers, topics or disk while a night is at work, and answers with the
 * evidence that it did.
 */
@NullMarked
package fr.passerelle.faults.fault;

import org.jspecify.annotations.NullMarked;
