/** The faults: each strikes real processes, servers, topics or disk while a night is at work, and says what it saw. */
@NullMarked
package fr.passerelle.faults.fault;

import org.jspecify.annotations.NullMarked;
