/** What becomes of a study: planned, computed, adopted or discarded, and carried to its topic. */
@NullMarked
package fr.passerelle.study.life;

import org.jspecify.annotations.NullMarked;
