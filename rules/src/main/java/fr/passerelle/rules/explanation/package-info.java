/** What explains a proposal: what would alter it, how far the barème may go, and the texts; it depends on the other packages, none on it. */
@NullMarked
package fr.passerelle.rules.explanation;

import org.jspecify.annotations.NullMarked;
