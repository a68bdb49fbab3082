/** The moments and the wires of the faults, without a server. */
@NullMarked
package fr.passerelle.faults.fault;

import org.jspecify.annotations.NullMarked;
