/** What is put to the proof: a small deployment on servers of its own, its inputs, and what records the rest. */
@NullMarked
package fr.passerelle.faults.machine;

import org.jspecify.annotations.NullMarked;
