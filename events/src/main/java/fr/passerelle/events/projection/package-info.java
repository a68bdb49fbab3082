/** The results written to the read model, by key and run, each once. */
@NullMarked
package fr.passerelle.events.projection;

import org.jspecify.annotations.NullMarked;
