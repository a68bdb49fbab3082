/** The first page: where the region stands, what changed, and what waits for somebody. */
@NullMarked
package fr.passerelle.console.home;

import org.jspecify.annotations.NullMarked;
