/** Who may do what: accounts, roles, the table of routes, and the headers that close the pages to everything else. */
@NullMarked
package fr.passerelle.console.security;

import org.jspecify.annotations.NullMarked;
