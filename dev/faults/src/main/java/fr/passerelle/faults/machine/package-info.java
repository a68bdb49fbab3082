/**
 * What is put to the proof: real servers over a directory of their own, the two programs as processes, small inputs, and the recording of
 * all that they leave behind.
 */
@NullMarked
package fr.passerelle.faults.machine;

import org.jspecify.annotations.NullMarked;
