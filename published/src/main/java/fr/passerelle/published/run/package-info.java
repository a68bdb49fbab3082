/** The runs: what each was asked, what it counted, where it stands and who works on it. */
@NullMarked
package fr.passerelle.published.run;

import org.jspecify.annotations.NullMarked;
