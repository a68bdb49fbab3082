/** What the text of a cell means: the types of the Table Schemas, and the few repairs that leave no doubt. */
@NullMarked
package fr.passerelle.sources.cell;

import org.jspecify.annotations.NullMarked;
