/** What the cache has to know of the graph. */
export const cacheShape = {
  "possibleTypes": {
    "Node": [
      "Category",
      "CommerceCustomer",
      "CommerceLink",
      "CommerceLocation",
      "CommerceOrder",
      "CommerceProduct",
      "Customer",
      "Order",
      "PaymentMethod",
      "Product",
      "ScheduledOrder",
      "Shipment",
      "ShippingMethod",
      "ShopPaymentMethod"
    ]
  },
  "connections": {
    "CommerceData": {
      "customers": {
        "keyArgs": [],
        "first": 20
      },
      "locations": {
        "keyArgs": [],
        "first": 20
      },
      "orders": {
        "keyArgs": [],
        "first": 20
      },
      "products": {
        "keyArgs": [],
        "first": 20
      }
    },
    "Customer": {
      "orders": {
        "keyArgs": [],
        "first": 20
      },
      "scheduledOrders": {
        "keyArgs": [],
        "first": 20
      },
      "shipments": {
        "keyArgs": [],
        "first": 20
      }
    },
    "Query": {
      "customers": {
        "keyArgs": [
          "search"
        ],
        "first": 20
      },
      "orders": {
        "keyArgs": [
          "filter"
        ],
        "first": 20
      },
      "products": {
        "keyArgs": [],
        "first": 20
      },
      "scheduledOrders": {
        "keyArgs": [
          "filter"
        ],
        "first": 20
      },
      "shipments": {
        "keyArgs": [
          "since"
        ],
        "first": 20
      }
    },
    "ScheduledOrder": {
      "orders": {
        "keyArgs": [],
        "first": 20
      }
    }
  },
  "lookups": {
    "Query": {
      "customer": {
        "at": [
          "by",
          "id"
        ],
        "type": "Customer"
      },
      "node": {
        "at": [
          "id"
        ],
        "type": null
      },
      "order": {
        "at": [
          "by",
          "id"
        ],
        "type": "Order"
      },
      "product": {
        "at": [
          "by",
          "id"
        ],
        "type": "Product"
      },
      "scheduledOrder": {
        "at": [
          "by",
          "id"
        ],
        "type": "ScheduledOrder"
      },
      "shipment": {
        "at": [
          "by",
          "id"
        ],
        "type": "Shipment"
      }
    }
  },
  "lists": {
    "CommerceData": [
      "latestSyncs",
      "links"
    ],
    "Customer": [
      "commerceCustomers",
      "identities",
      "paymentMethods"
    ],
    "Order": [
      "lines",
      "shipments"
    ],
    "Product": [
      "counterparts",
      "variants"
    ],
    "ProviderState": [
      "heldCalls"
    ],
    "Query": [
      "categories",
      "couriers",
      "nodes",
      "providers",
      "shippingMethods",
      "shopPaymentMethods"
    ],
    "ScheduledOrder": [
      "items"
    ],
    "Shipment": [
      "events"
    ]
  },
  "singletons": [
    "CommerceData"
  ],
  "values": [
    "Address",
    "CommerceProviderState",
    "Credits",
    "Frequency",
    "Money",
    "OrderPayment",
    "ShipmentCourier"
  ],
  "rows": [
    "CommerceSync",
    "Courier",
    "CustomerIdentity",
    "HeldCalls",
    "OrderLine",
    "ProductCounterpart",
    "ProductVariant",
    "ProviderState",
    "ScheduledOrderItem",
    "ShipmentEvent"
  ]
} as const;