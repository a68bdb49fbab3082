/**
 * The files that everything is measured on, drawn from a seed: rooms of a reconstitution, and as many sessions as are wanted, each said
 * once, in no useful order. The same seed and size give the same bytes on any machine.
 */
@NullMarked
package fr.passerelle.bench.data;

import org.jspecify.annotations.NullMarked;
