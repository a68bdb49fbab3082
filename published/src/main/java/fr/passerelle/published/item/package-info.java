/** The items of a collection as machines are given them: what may be asked of their fields, and how they lie flat in a table. */
@NullMarked
package fr.passerelle.published.item;

import org.jspecify.annotations.NullMarked;
