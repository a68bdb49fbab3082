/** What explains a proposal: what would alter it, and how far the barème may go; it depends on the other packages, none on it. */
@NullMarked
package fr.passerelle.rules.explanation;

import org.jspecify.annotations.NullMarked;
