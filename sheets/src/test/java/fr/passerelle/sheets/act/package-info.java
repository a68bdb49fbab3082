/** Drafts, read whole. */
@NullMarked
package fr.passerelle.sheets.act;

import org.jspecify.annotations.NullMarked;
