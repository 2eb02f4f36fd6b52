package dev.slipway.catalog;

/** A deployable part of a product, named across products: {@code payments/service}. */
public record ComponentKey(ProductKey product, String name) {

    public static ComponentKey parse(String text) {
        var slash = text.indexOf('/');
        return new ComponentKey(new ProductKey(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return product + "/" + name;
    }
}
