/** The room for the web pages and the HTTP API; empty until the console is built. */
@NullMarked
package fr.passerelle.console.page;

import org.jspecify.annotations.NullMarked;
