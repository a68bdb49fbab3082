/**
 * What is put to the proof: a deployment on servers of its own, small and quick inputs, and the recording of all that it leaves behind.
 */
@NullMarked
package fr.passerelle.faults.machine;

import org.jspecify.annotations.NullMarked;
