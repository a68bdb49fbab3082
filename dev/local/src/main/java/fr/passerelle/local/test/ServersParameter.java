package fr.passerelle.local.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each outermost test class one {@link TestServers}. */
final class ServersParameter implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestServers.class;
    }

    @Override
    public TestServers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var outermost = outermost(context.getRequiredTestClass());
        return context.getRoot()
                .getStore(Namespace.create(ServersParameter.class))
                .computeIfAbsent(outermost, type -> TestServers.fresh(outermost.getSimpleName()), TestServers.class);
    }

    private static Class<?> outermost(Class<?> type) {
        var enclosing = type.getEnclosingClass();
        return enclosing == null ? type : outermost(enclosing);
    }
}
