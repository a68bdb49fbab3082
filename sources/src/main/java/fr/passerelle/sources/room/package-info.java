/** The rows of the inventory and of the other sites, typed and placed in their intercommunalité. */
@NullMarked
package fr.passerelle.sources.room;

import org.jspecify.annotations.NullMarked;
