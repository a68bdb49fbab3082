/** One box that finds an EPCI, a commune or a room by what people type. */
@NullMarked
package fr.passerelle.console.search;

import org.jspecify.annotations.NullMarked;
