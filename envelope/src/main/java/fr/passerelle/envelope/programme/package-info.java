/** What a scenario of credits computed, laid out for who looks at it: tables, pictures and maps of it. Nothing of it is computed again. */
@NullMarked
package fr.passerelle.envelope.programme;

import org.jspecify.annotations.NullMarked;
