/** The Table Schemas of the input files and their reader. */
@NullMarked
package fr.passerelle.schemas.table;

import org.jspecify.annotations.NullMarked;
