/** What a scenario computed against what pages show of it. */
@NullMarked
package fr.passerelle.envelope.programme;

import org.jspecify.annotations.NullMarked;
