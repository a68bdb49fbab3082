/** What a piece of work cost: the time it took, the processor time and the memory of every process it involved, and what several measures of it come to. */
@NullMarked
package fr.passerelle.bench.measure;

import org.jspecify.annotations.NullMarked;
