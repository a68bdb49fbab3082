/** Drafts of the acts that a proposal leads to. */
@NullMarked
package fr.passerelle.sheets.act;

import org.jspecify.annotations.NullMarked;
