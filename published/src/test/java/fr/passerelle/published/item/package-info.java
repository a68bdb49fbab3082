/** What is asked of items, and how they lie flat. */
@NullMarked
package fr.passerelle.published.item;

import org.jspecify.annotations.NullMarked;
