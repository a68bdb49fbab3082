/** Words and numbers, pinned where they are made. */
@NullMarked
package fr.passerelle.sheets.french;

import org.jspecify.annotations.NullMarked;
