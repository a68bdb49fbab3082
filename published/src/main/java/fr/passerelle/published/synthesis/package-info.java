/** The region or a département on one page: its figures, what waits for a person, and what should not be signed yet. */
@NullMarked
package fr.passerelle.published.synthesis;

import org.jspecify.annotations.NullMarked;
